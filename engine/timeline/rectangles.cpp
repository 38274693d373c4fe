#include "engine/timeline/rectangles.h"

#include <algorithm>

namespace inforce::timeline {

namespace {

auto what_it_says(const Segment& segment) {
  return std::tuple(segment.certain, segment.from, segment.before, segment.state, segment.attributes, segment.chain,
                    segment.spell_from, segment.spell_before, segment.ended_by);
}

bool says_less(const Segment& a, const Segment& b) { return what_it_says(a) < what_it_says(b); }

}  // namespace

void Rectangles::add(Moment known_from, std::vector<Segment> segments) {
  std::ranges::sort(segments, says_less);
  auto old = open_.begin();
  for (Segment& segment : segments) {
    for (; old != open_.end() && says_less(*old, segment); ++old) {
      old->known_before = known_from;
      closed_.push_back(*old);
    }
    const bool stays = old != open_.end() && !says_less(segment, *old);
    segment.known_from = stays ? (old++)->known_from : known_from;
    segment.known_before = end_of_time;
  }
  for (; old != open_.end(); ++old) {
    old->known_before = known_from;
    closed_.push_back(*old);
  }
  open_ = std::move(segments);
}

std::vector<Segment> Rectangles::all() {
  std::vector<Segment> all = std::move(closed_);
  all.insert(all.end(), open_.begin(), open_.end());
  std::ranges::stable_sort(all, [](const Segment& a, const Segment& b) {
    return std::tuple(b.known_before, a.from, a.before) < std::tuple(a.known_before, b.from, b.before);
  });
  return all;
}

}  // namespace inforce::timeline
