-- One use of every limit, or of none: of many at once no more get through than fit.
-- KEYS  one a limit, all of one slot
-- ARGV  1 now (ms)  2 whose, the beginning of the fields ('' = everybody's); then for each limit: how many fit, its window (ms)
-- Returns the ends of the windows (ms) when it was counted; else nothing but the negative number of the first limit that is full.
local now, count, till = tonumber(ARGV[1]), ARGV[2] .. 'n', ARGV[2] .. 'e'
local open = {}
for i = 1, #KEYS do
  local held = redis.call('HMGET', KEYS[i], count, till)
  open[i] = held[2] and tonumber(held[2]) > now and held[2]
  if open[i] and tonumber(held[1]) >= tonumber(ARGV[2 * i + 1]) then return {-i} end
end
local ends = {}
for i = 1, #KEYS do
  ends[i] = tonumber(open[i] or now + ARGV[2 * i + 2])
  if open[i] then
    redis.call('HINCRBY', KEYS[i], count, 1)
  else
    redis.call('HSET', KEYS[i], count, '1', till, string.format('%.0f', ends[i]))
    redis.call('PEXPIRE', KEYS[i], ARGV[2 * i + 2] + 3600000)
  end
end
return ends
