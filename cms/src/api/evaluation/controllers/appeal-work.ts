import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { appealCase, reviewersOf } from '../../../evaluation/appeal-case';
import { actorOf } from '../../../guard/handlers';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async case(ctx: Context) {
    ctx.body = { data: await appealCase(strapi, actorOf(ctx), String(ctx.params.id)) };
  },

  async reviewers(ctx: Context) {
    ctx.body = { data: await reviewersOf(strapi, actorOf(ctx), String(ctx.params.id)) };
  },
});
