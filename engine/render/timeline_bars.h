// How the looks of bars are drawn: patterns besides colours, and the legend that names them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/render/timeline_layout.h"

namespace inforce::render_timeline {

/// The looks and classes that a picture has in it.
using Looks = std::set<std::pair<Look, std::string_view>>;
[[nodiscard]] Looks looks_of(const TimelineReport& report, const Picture& picture);

/// `<defs>` with a pattern for each look and class that is drawn with one.
[[nodiscard]] std::string patterns_of(const Looks& looks);

/// A bar with its words; `classes` is the class of its row.
[[nodiscard]] std::string bar_element(const Bar& bar, std::string_view classes, const Axis& axis);

/// What the looks, colours and marks in the picture mean, from `top` on; `used` is how high it is.
[[nodiscard]] std::string legend_of(const TimelineReport& report, const Picture& picture, Tenths top, Tenths& used);

/// The mark of an event: a diamond; of one without effect a ring; of several a bar of three dots.
[[nodiscard]] std::string mark_element(const EventMark& mark);

}  // namespace inforce::render_timeline
