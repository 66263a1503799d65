/*
 * Invented facts of the model's cluster, from the ranges set aside for documentation.
 */

export const virtualIp = '192.0.2.10'

export const addresses = {
  be1: {heartbeat: '192.0.2.11', replication: '198.51.100.11'},
  be2: {heartbeat: '192.0.2.12', replication: '198.51.100.12'},
} as const

/** Seconds since 1970 and its forms: the model has no calendar. */
export const moment = {
  mail: 'Mon, 23 Nov 2026 03:07:41 +0000',
  syslog: 'Nov 23 03:07:41',
  date: 'Mon Nov 23 03:07:41 UTC 2026',
} as const

/** Services that run where the data is, as `ha-status` of Chef Server 12 lists them. */
export const services = [
  'bookshelf',
  'nginx',
  'oc_bifrost',
  'oc_id',
  'opscode-erchef',
  'opscode-expander',
  'opscode-solr4',
  'postgresql',
  'rabbitmq',
  'redis_lb',
] as const
