-- What a proof that was counted came to, when it did not prove the clave.
-- KEYS  1 link
-- ARGV  1 how many are allowed  2 reason of the end ('' = the directory did not answer: the try is given back)
-- Returns 2 when this ended the link, as the last wrong one allowed; else 1, or 0 when it had ended before.
local link = redis.call('HMGET', KEYS[1], 's', 't')
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
if ARGV[2] == '' then
  if tonumber(link[2]) > 0 then redis.call('HINCRBY', KEYS[1], 't', -1) end
  return 1
end
if tonumber(link[2]) < tonumber(ARGV[1]) then return 1 end
redis.call('HSET', KEYS[1], 's', 'ended', 'e', ARGV[2])
return 2
