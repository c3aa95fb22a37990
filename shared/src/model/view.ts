/** Strapi's view configuration of a type or component: labels, help, columns, order, layout, main field. */
export type ViewConfiguration = {
  settings: {
    mainField?: string;
    defaultSortBy?: string;
    defaultSortOrder?: 'ASC' | 'DESC' | 'asc' | 'desc';
    pageSize?: number;
    searchable?: boolean;
    filterable?: boolean;
  };
  metadatas: Record<string, FieldView>;
  layouts: {
    /** Columns of the list, in order. */
    list: string[];
    /** Rows of the form; `size` is in twelfths of the width. */
    edit: { name: string; size: number }[][];
  };
};

type FieldView = {
  edit?: {
    label?: string;
    description?: string;
    placeholder?: string;
    visible?: boolean;
    editable?: boolean;
    mainField?: string;
  };
  list?: { label?: string; searchable?: boolean; sortable?: boolean };
};
