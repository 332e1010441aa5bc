-- The clave of a person was proven in a chat.
-- KEYS  1 person
-- ARGV  1 a salt, for an entry that is new  2 field of the chat  3 since when (ms)
-- Returns 1. Of several proofs in a chat the first one counts.
redis.call('HSETNX', KEYS[1], 'salt', ARGV[1])
redis.call('HSETNX', KEYS[1], ARGV[2], ARGV[3])
redis.call('PERSIST', KEYS[1])
return 1
