-- A chat knows a person's clave no more: it was erased or forgotten.
-- KEYS  1 person
-- ARGV  1 field of the chat  2 who was bound by then is trusted (ms)  3 how long an entry without chats is kept otherwise (ms)
-- Returns 1, or 0 when the chat was not bound.
local since = redis.call('HGET', KEYS[1], ARGV[1])
if not since then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
-- What is left without a chat is the salt.
if redis.call('HLEN', KEYS[1]) <= 1 then
  if tonumber(since) <= tonumber(ARGV[2]) then
    redis.call('DEL', KEYS[1])
  else
    redis.call('PEXPIRE', KEYS[1], ARGV[3])
  end
end
return 1
