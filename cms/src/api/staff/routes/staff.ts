const ID = ':id([a-z0-9]{10,40})';

export default {
  routes: [
    { method: 'GET', path: '/staff', handler: 'staff.find', config: { access: 'signedIn' } },
    { method: 'GET', path: '/staff/export', handler: 'staff.export', config: { access: 'signedIn' } },
    { method: 'GET', path: `/staff/${ID}`, handler: 'staff.findOne', config: { access: 'signedIn' } },
    { method: 'POST', path: '/staff', handler: 'staff.create', config: { access: 'signedIn' } },
    { method: 'PUT', path: `/staff/${ID}`, handler: 'staff.update', config: { access: 'signedIn' } },
    { method: 'GET', path: `/staff/${ID}/history`, handler: 'staff.history', config: { access: 'signedIn' } },
    {
      method: 'POST',
      path: `/staff/${ID}/reset-password`,
      handler: 'staff.resetPassword',
      config: { access: 'signedIn' },
    },
  ],
};
