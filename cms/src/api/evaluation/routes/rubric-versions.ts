export default {
  routes: [
    {
      method: 'POST',
      path: '/rubrics/:id([a-z0-9]{10,40})/versions',
      handler: 'rubric-versions.create',
      // Who may make a rubric may make a version of one: asked of the type.
      config: { access: 'signedIn' },
    },
  ],
};
