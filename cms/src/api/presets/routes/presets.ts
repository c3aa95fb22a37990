export default {
  routes: [
    { method: 'GET', path: '/presets', handler: 'presets.list', config: { duty: 'loadPreset' } },
    { method: 'POST', path: '/presets/plan', handler: 'presets.plan', config: { duty: 'loadPreset' } },
    {
      method: 'POST',
      path: '/presets/holidays',
      handler: 'presets.holidays',
      config: { duty: 'loadPreset' },
    },
    {
      method: 'POST',
      path: '/presets/rubrics/:key',
      handler: 'presets.rubric',
      config: { duty: 'loadPreset' },
    },
  ],
};
