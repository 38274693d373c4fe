// The budget of a page: how much of a report it lists, and how much it can search by a day. What is beyond is counted
// and said on the page, with the formats that have all of it.
#pragma once

#include <cstddef>

namespace inforce::render_timeline {

/// A page of the largest report stays below 12 MB and 60,000 elements: it opens in seconds, and goes by mail.
struct PageLimits {
  std::size_t intervals = 2000;  ///< Listed, over all lanes; so are the others.
  std::size_t events = 1000;
  std::size_t changes = 1000;
  std::size_t verdicts = 1000;
  std::size_t sources = 2000;
  std::size_t table_bytes = 3'000'000;  ///< Of measures and events together; a lane that passes it lists no more.
  std::size_t searched = 150'000;       ///< Intervals that the page can search by a day.
  std::size_t past = 20'000;            ///< Intervals of past states of knowledge.
  std::size_t data_bytes = 8'000'000;   ///< Of all that it searches.
};

}  // namespace inforce::render_timeline
