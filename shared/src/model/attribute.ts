/** What an attribute says of itself beyond Strapi's own keys, kept where Strapi keeps such things. */
export type AttributeHints = {
  /** How the console edits it where the type alone does not tell: `names` is a JSON list of short texts. */
  control?: 'names';
};

/**
 * The part of a Strapi attribute's schema that the rules read: enough to check a value and to draw a field.
 * Every kind of attribute is told by `type` and, for relations, `relation`.
 */
export type Attribute = {
  type: string;
  required?: boolean;
  unique?: boolean;
  private?: boolean;
  configurable?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
  enum?: readonly string[];
  regex?: string;
  default?: unknown;
  /** media */
  multiple?: boolean;
  allowedTypes?: readonly string[];
  /** component, dynamiczone */
  component?: string;
  repeatable?: boolean;
  components?: readonly string[];
  /** relation: Strapi's uid of the other type, and the side on which the pair is kept */
  relation?: string;
  target?: string;
  mappedBy?: string;
  inversedBy?: string;
  useJoinTable?: boolean;
  /** uid: the field whose text it is made from */
  targetField?: string;
  /** custom field: the plugin's name of it; `type` is how it is stored */
  customField?: string;
  options?: unknown;
  pluginOptions?: { jiedui?: AttributeHints; [plugin: string]: unknown };
};
