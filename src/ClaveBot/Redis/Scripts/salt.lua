-- The salt of a person's name in the audit.
-- KEYS  1 person
-- ARGV  1 a salt, for an entry that is new  2 how long an entry without chats is kept (ms)
-- Returns the salt.
redis.call('HSETNX', KEYS[1], 'salt', ARGV[1])
if redis.call('HLEN', KEYS[1]) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return redis.call('HGET', KEYS[1], 'salt')
