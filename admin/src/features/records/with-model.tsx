import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Model } from '../../models/model';
import { isHandmade, listAddress, recordAddress } from '../../models/presentation';
import { findModel, useModels } from '../../models/store';
import { NotFound } from '../../ui/notices';

/** Gives a page the model that its address names; a type with pages of its own is shown on those. */
export function WithModel({ children }: { children: (model: Model, id: string) => ReactNode }) {
  const { path = '', id = '' } = useParams();
  const model = findModel(useModels(), path);
  if (!model) return <NotFound />;
  if (isHandmade(model.resource)) {
    return <Navigate to={(id && recordAddress(model, id)) || listAddress(model)} replace />;
  }
  // Each type has its own list state and its own form.
  return <div key={model.path}>{children(model, id)}</div>;
}
