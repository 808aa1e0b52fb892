import { newId } from './snowflake.js'

export interface FakeUser {
  id: string
  username: string
}

export interface FakeGuild {
  id: string
  name: string
  channelId: string
}

export const createGuild = (name: string): FakeGuild => ({ id: newId(), name, channelId: newId() })

export const userJson = ({ id, username }: FakeUser, bot = false): object => ({
  id,
  username,
  discriminator: '0',
  global_name: username,
  avatar: null,
  bot,
  flags: 0,
  public_flags: 0,
})

export const memberJson = (user: FakeUser, permissions: bigint): object => ({
  user: userJson(user),
  nick: null,
  avatar: null,
  banner: null,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  communication_disabled_until: null,
  permissions: permissions.toString(),
})

const everyoneJson = (guild: FakeGuild): object => ({
  id: guild.id,
  name: '@everyone',
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: '2147486720',
  managed: false,
  mentionable: false,
  flags: 0,
})

export const channelJson = (guild: FakeGuild): object => ({
  id: guild.channelId,
  type: 0,
  guild_id: guild.id,
  name: 'general',
  position: 0,
  permission_overwrites: [],
  parent_id: null,
  topic: null,
  nsfw: false,
  flags: 0,
  rate_limit_per_user: 0,
  last_message_id: null,
})

export const directChannelJson = (id: string, user: FakeUser): object => ({
  id,
  type: 1,
  recipients: [userJson(user)],
  last_message_id: null,
  flags: 0,
})

export const guildJson = (guild: FakeGuild, bot: FakeUser): object => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: '100000000000000001',
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [everyoneJson(guild)],
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: 'en-US',
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  large: false,
  unavailable: false,
  member_count: 2,
  voice_states: [],
  members: [memberJson(bot, 0n)],
  channels: [channelJson(guild)],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
})

export const applicationJson = (id: string, bot: FakeUser): object => ({
  id,
  name: bot.username,
  icon: null,
  description: '',
  type: null,
  bot: userJson(bot, true),
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  flags_new: '0',
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: userJson(bot),
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
})
