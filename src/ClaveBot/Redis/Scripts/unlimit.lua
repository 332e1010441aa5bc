-- Gives one use of every limit back, unless its window is over.
-- KEYS  one a limit, all of one slot
-- ARGV  1 whose, as in limit.lua; then for each limit: the end of the window in which it was counted (ms)
local count, till = ARGV[1] .. 'n', ARGV[1] .. 'e'
for i = 1, #KEYS do
  local held = redis.call('HMGET', KEYS[i], count, till)
  if held[2] == ARGV[i + 1] then
    if tonumber(held[1]) > 1 then
      redis.call('HINCRBY', KEYS[i], count, -1)
    else
      redis.call('HDEL', KEYS[i], count, till)
    end
  end
end
return 1
