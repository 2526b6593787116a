-- Creates 1,000 links a request, each with a target of its own.
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "report.lua")

local links = {}
for i = 1, 1000 do
  links[i] = '{"longUrl":"https://example.com/bulk/' .. i .. '"}'
end

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"links":[' .. table.concat(links, ",") .. "]}"
