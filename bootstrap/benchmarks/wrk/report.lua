-- Prints what wrk counted, exactly; times in microseconds. The other scripts include this one.
function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format("measured requests=%d micros=%d refused=%d broken=%d p50=%d p99=%d",
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
