#include "engine/render/timeline_bars.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "engine/render/svg.h"
#include "engine/render/timeline_svg.h"

namespace inforce::render_timeline {

namespace {

using svg::line;
using svg::pixels;
using svg::rect;

/// In the legend the look alone counts.
constexpr std::string_view neutral = "tl-neutral";

/// The name of the pattern of a look; solid and hollow bars have none.
std::string_view pattern_name(Look look) {
  switch (look) {
    case Look::grace:
      return "stripes";
    case Look::suspended:
      return "hatch";
    case Look::not_enforced:
      return "dots";
    case Look::in_force:
    case Look::released:
    case Look::pending:
      break;
  }
  return {};
}

std::string pattern_id(Look look, std::string_view classes) {
  return std::string(pattern_name(look)) + "-" + std::string(classes);
}

std::string pattern_of(Look look, std::string_view classes) {
  const std::string body = look == Look::not_enforced
                               ? "<circle cx=\"2.5\" cy=\"2.5\" r=\"1.2\" fill=\"currentColor\"/>"
                               : "<path d=\"M0 0V5\" class=\"tl-on\" stroke-width=\"3\"/>";
  const std::string turned = look == Look::suspended ? " patternTransform=\"rotate(45)\"" : "";
  return "<pattern id=\"" + pattern_id(look, classes) + "\" class=\"" + std::string(classes) +
         "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"" + turned + ">" + body + "</pattern>\n";
}

/// An arrow head where a bar runs over an edge.
std::string arrow(Tenths x, Tenths y, Tenths height, Tenths length) {
  return "<path class=\"tl-bar\" d=\"M" + pixels(x) + " " + pixels(y) + "l" + pixels(length) + " " +
         pixels(height / 2) + "l" + pixels(-length) + " " + pixels(height - height / 2) + "z\"/>\n";
}

std::string body_of(const Bar& bar, std::string_view classes) {
  const auto width = std::max<Tenths>(bar.width, 12);
  if (bar.look == Look::in_force) return rect(bar.x, bar.y, width, bar.height, "class=\"tl-bar\" stroke=\"none\"");
  const auto inner = std::max<Tenths>(width - 10, 4);
  const auto paper = rect(bar.x + 5, bar.y + 5, inner, bar.height - 10, "class=\"tl-under\"");
  const auto pattern = pattern_name(bar.look);
  const std::string fill = pattern.empty() ? "none" : "url(#" + pattern_id(bar.look, classes) + ")";
  std::string dashes;
  if (bar.look == Look::released) dashes = " stroke-dasharray=\"4 3\"";
  if (bar.look == Look::pending) dashes = " stroke-dasharray=\"1 3\"";
  return paper + rect(bar.x + 5, bar.y + 5, inner, bar.height - 10, "class=\"tl-on\" fill=\"" + fill + "\"" + dashes);
}

/// One entry of the legend.
struct Sign {
  std::string drawn;  ///< At the origin, 26 by 14 pixels.
  std::string words;
};

Sign sign_of(Look look, bool possible, std::string_view classes, std::string words) {
  Bar bar;
  bar.look = look;
  bar.possible = possible;
  bar.width = 260;
  bar.height = possible ? measures::bar_height / 2 : measures::bar_height;
  Axis axis;
  axis.right = 260;
  return {bar_element(bar, classes, axis), std::move(words)};
}

constexpr std::array<std::pair<Look, std::string_view>, 6> look_words{
    {{Look::in_force, "in force"},
     {Look::not_enforced, "announced as not enforced"},
     {Look::grace, "grace"},
     {Look::suspended, "suspended"},
     {Look::released, "released"},
     {Look::pending, "pending"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> class_words{
    {{"tl-binding", "binding"}, {"tl-advisory", "advisory"}, {"tl-context", "context"}, {"tl-relief", "relieves"}}};

std::vector<Sign> signs_of_bars(const TimelineReport& report, const Picture& picture) {
  const auto looks = looks_of(report, picture);
  std::vector<Sign> signs;
  for (const auto& [classes, words] : class_words) {
    const auto drawn = [&, name = classes](const auto& look) { return look.second == name; };
    if (std::none_of(looks.begin(), looks.end(), drawn)) continue;
    signs.push_back(
        {"<rect width=\"14\" height=\"14\" class=\"tl-bar " + std::string(classes) + "\" stroke=\"none\"/>\n",
         std::string(words)});
  }
  bool possible = false;
  for (const auto& [look, words] : look_words) {
    const auto same = [&, wanted = look](const auto& other) { return other.first == wanted; };
    const auto found = std::find_if(looks.begin(), looks.end(), same);
    if (found != looks.end()) signs.push_back(sign_of(look, false, neutral, std::string(words)));
  }
  for (const auto& lane : picture.lanes) {
    for (const auto& row : lane.rows) {
      possible = possible || std::any_of(row.bars.begin(), row.bars.end(), [](const Bar& bar) { return bar.possible; });
    }
  }
  if (possible) signs.push_back(sign_of(Look::in_force, true, neutral, "possibly"));
  return signs;
}

void add_signs_of_marks(const Picture& picture, std::vector<Sign>& signs) {
  std::array<bool, 3> seen{};
  for (const auto& lane : picture.lanes) {
    for (const auto& mark : lane.marks) {
      if (mark.events.size() > 1) {
        seen[2] = true;
      } else {
        seen[mark.signal ? 1 : 0] = true;
      }
    }
  }
  constexpr std::array<std::string_view, 3> words{"event", "event without effect on a measure", "several events"};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!seen.at(i)) continue;
    EventMark mark;
    mark.events.resize(i == 2 ? 2 : 1);
    mark.signal = i == 1;
    mark.x = 130;
    mark.y = 110;
    signs.push_back({mark_element(mark), std::string(words.at(i))});
  }
}

}  // namespace

Looks looks_of(const TimelineReport& report, const Picture& picture) {
  Looks looks;
  for (const auto& lane : picture.lanes) {
    for (const auto& row : lane.rows) {
      for (const auto& bar : row.bars) {
        looks.emplace(bar.look, class_of(report.rows[row.row]));
        looks.emplace(bar.look, neutral);
      }
    }
  }
  return looks;
}

std::string patterns_of(const Looks& looks) {
  std::string text =
      "<defs>\n<pattern id=\"tl-unknown\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" class=\"tl-hatch\"/></pattern>\n";
  for (const auto& [look, classes] : looks) {
    if (!pattern_name(look).empty()) text += pattern_of(look, classes);
  }
  return text + "</defs>\n";
}

std::string bar_element(const Bar& bar, std::string_view classes, const Axis& axis) {
  constexpr Tenths tip = 70;
  std::string text = "<g class=\"" + std::string(classes) + (bar.possible ? " tl-thin" : "") + "\">";
  if (!bar.words.empty()) text += svg::title(bar.words);
  text += body_of(bar, classes);
  if (bar.over_left) text += arrow(axis.left, bar.y, bar.height, -tip);
  if (bar.over_right) text += arrow(axis.right, bar.y, bar.height, tip);
  if (bar.closed && bar.width >= 40) {
    text += line(bar.x + bar.width, bar.y, bar.x + bar.width, bar.y + bar.height, "class=\"tl-cut\"");
  }
  return text + "</g>\n";
}

std::string mark_element(const EventMark& mark) {
  const auto y = mark.y - 45;
  const auto r = measures::mark_radius;
  const auto at = "cx=\"" + pixels(mark.x) + "\" cy=\"" + pixels(y) + "\"";
  if (mark.events.size() > 1) {
    std::string dots;
    for (const Tenths shift : {-40, 0, 40}) {
      dots += "<circle class=\"tl-more\" cx=\"" + pixels(mark.x + shift) + "\" cy=\"" + pixels(y) + "\" r=\"1.5\"/>\n";
    }
    return dots;
  }
  if (mark.signal) return "<circle class=\"tl-signal\" " + at + " r=\"4.2\"/>\n";
  return "<path class=\"tl-event\" d=\"M" + pixels(mark.x - r) + " " + pixels(y) + "l" + pixels(r) + " " + pixels(-r) +
         "l" + pixels(r) + " " + pixels(r) + "l" + pixels(-r) + " " + pixels(r) + "z\"/>\n";
}

std::string legend_of(const TimelineReport& report, const Picture& picture, Tenths top, Tenths& used) {
  auto signs = signs_of_bars(report, picture);
  add_signs_of_marks(picture, signs);
  std::string text;
  Tenths x = picture.axis.left;
  Tenths y = top;
  for (const auto& sign : signs) {
    const bool square = sign.drawn.starts_with("<rect");
    const Tenths label = x + (square ? 200 : 330);
    const Tenths end = label + width_of_text(sign.words, measures::small_size);
    if (end > picture.axis.right && x > picture.axis.left) {
      x = picture.axis.left;
      y += 240;
    }
    const Tenths shift = x + (square ? 200 : 330);
    text += "<g transform=\"translate(" + pixels(x) + " " + pixels(y) + ")\">" + sign.drawn + "</g>\n";
    text += svg::text(shift, y + 115, "tl-small tl-quiet", sign.words);
    x = shift + width_of_text(sign.words, measures::small_size) + 220;
  }
  used = signs.empty() ? 0 : y + 240 - top;
  return text;
}

}  // namespace inforce::render_timeline
