#include "engine/render/timeline_svg.h"

#include <array>

#include "engine/render/html.h"
#include "engine/render/page_files.h"
#include "engine/render/svg.h"
#include "engine/render/table.h"
#include "engine/render/timeline_bars.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_pieces.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using svg::line;
using svg::pixels;
using svg::rect;
using svg::text;

/// Lines of plain text below or above the picture, each at most as long as it is wide.
std::string lines_of(const std::vector<std::string>& sentences, Tenths& y) {
  constexpr unsigned columns = 165;
  std::string all;
  for (const auto& sentence : sentences) {
    auto rest = render_text::wrapped(sentence, "", "", columns);
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      all += text(120, y, "tl-small tl-quiet", rest.substr(0, end));
      y += 190;
      rest = end == std::string::npos ? std::string{} : rest.substr(end + 1);
    }
  }
  return all;
}

class Drawing {
 public:
  Drawing(const TimelineReport& report, const Picture& picture, Place place)
      : report_(report), picture_(picture), place_(place) {}

  std::string make() {
    if (place_ == Place::file) add_heading();
    const Tenths top = y_;
    std::string body = group("grid", grid()) + group("head", group("axis", axis()) + verdicts());
    for (std::size_t i = 0; i < picture_.lanes.size(); ++i) {
      body += group("lane-" + std::to_string(i), lane(picture_.lanes[i]));
    }
    Tenths legend = 0;
    body += group("legend", legend_of(report_, picture_, picture_.height + 100, legend));
    content_ += top == 0 ? body : "<g transform=\"translate(0 " + pixels(top) + ")\">\n" + body + "</g>\n";
    y_ = top + picture_.height + 120 + legend;
    if (place_ == Place::file) add_footing();
    auto whole = head() + content_ + "</svg>\n";
    if (place_ == Place::file) return whole;
    const auto pieces = pieces_svg(picture_, y_);
    return pieces.empty() ? whole : whole + "<div class=\"pieces\" aria-hidden=\"true\">\n" + pieces + "</div>\n";
  }

 private:
  /// What pieces of the picture use.
  static std::string group(const std::string& name, const std::string& content) {
    return "<g id=\"tl-" + name + "\">\n" + content + "</g>\n";
  }

  std::string head() {
    const auto size = "viewBox=\"0 0 " + pixels(picture_.width) + " " + pixels(y_) + "\"";
    std::string all =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tl\" role=\"img\" "
        "aria-labelledby=\"tl-title tl-desc\" " +
        size;
    if (place_ == Place::file) all += " width=\"" + pixels(picture_.width) + "\" height=\"" + pixels(y_) + "\"";
    all += ">\n<title id=\"tl-title\">" + html::escaped(report_.request.title) + "</title>\n";
    all += "<desc id=\"tl-desc\">" + html::escaped(description()) + "</desc>\n";
    if (place_ == Place::file) {
      all += "<style>" + std::string(picture_style()) + "</style>\n";
      all += rect(0, 0, picture_.width, y_, "class=\"tl-paper\"");
    }
    return all + patterns_of(looks_of(report_, picture_));
  }

  [[nodiscard]] std::string description() const {
    std::string all = "A timeline of " + render_text::count_of(report_.rows.size(), "measure") + " and " +
                      render_text::count_of(report_.events.size(), "event") + ", " + render_text::period_text(report_) +
                      ".";
    for (const auto& sentence : render_text::about_sentences(report_)) all += " " + sentence;
    if (place_ == Place::page) all += " The tables on this page say the same.";
    return all;
  }

  void add_heading() {
    const auto room = picture_.axis.right - picture_.axis.left;
    y_ = 420;
    const auto title = cut_to_width(report_.request.title, room, 240);
    content_ += "<text x=\"12\" y=\"" + pixels(y_) + "\" font-size=\"24\" font-weight=\"650\">" + html::escaped(title) +
                "</text>\n";
    y_ += 280;
    if (!report_.request.question.empty()) content_ += lines_of({report_.request.question}, y_);
    y_ += 40;
  }

  void add_footing() {
    y_ += 140;
    auto sentences = left_out_of(picture_);
    for (auto& sentence : render_text::limit_sentences(report_)) sentences.push_back(std::move(sentence));
    content_ += lines_of(sentences, y_);
  }

  [[nodiscard]] std::string grid() const {
    std::string all;
    for (const auto& tick : picture_.axis.ticks) {
      all += line(tick.x, picture_.axis_y, tick.x, picture_.bottom,
                  tick.major ? "class=\"tl-rule\"" : "class=\"tl-grid\"");
    }
    if (picture_.marked) {
      all += line(picture_.marked_x, 220, picture_.marked_x, picture_.bottom, "class=\"tl-marked\"");
    }
    return all;
  }

  [[nodiscard]] std::string axis() const {
    std::string all =
        line(picture_.axis.left, picture_.axis_y, picture_.axis.right, picture_.axis_y, "class=\"tl-rule\"");
    for (const auto& tick : picture_.axis.ticks) all += label(tick, picture_.axis_y - 65, "tl-tick");
    for (const auto& year : picture_.axis.years) all += label(year, picture_.axis_y - 255, "tl-tick tl-year");
    return all + flag();
  }

  /// Nothing where the label would run over the edge.
  [[nodiscard]] std::string label(const Axis::Tick& tick, Tenths y, std::string_view classes) const {
    const bool over = tick.x + width_of_text(tick.label, measures::small_size) + 40 > picture_.width;
    return over ? std::string{} : text(tick.x, y, classes, tick.label);
  }

  [[nodiscard]] std::string verdicts() const {
    if (picture_.verdicts.empty()) return {};
    auto all = text(picture_.axis.left, picture_.verdict_label_y, "tl-lane", "Verdict for the case");
    for (const auto& bar : picture_.verdicts) {
      const auto& run = report_.verdicts[bar.run];
      auto words = render_text::spoken(to_string(run.verdict)) + " from " + to_string(run.from) + " through " +
                   to_string(run.through);
      if (run.could_be) words += ", could be " + render_text::spoken(to_string(*run.could_be));
      if (!run.restrictions.empty()) words += ": " + render_text::list_of(run.restrictions);
      const auto place = [&](std::string_view classes) {
        return rect(bar.x, picture_.verdict_y, bar.width, measures::verdict_height, classes);
      };
      all += "<g>" + svg::title(words) + place("class=\"tl-verdict " + std::string(class_of(run.verdict)) + "\"");
      if (run.could_be) all += place("fill=\"url(#tl-unknown)\"");
      if (!bar.label.empty()) all += text(bar.x + 80, picture_.verdict_y + 165, "tl-small tl-within", bar.label);
      all += "</g>\n";
    }
    return all;
  }

  [[nodiscard]] std::string lane(const PictureLane& lane) const {
    const auto& axis = picture_.axis;
    auto all = line(axis.left, lane.top, axis.right, lane.top, "class=\"tl-rule\"");
    all += text(axis.left, lane.title_y, "tl-lane", lane.title);
    for (const auto& mark : lane.marks) all += event(mark);
    for (const auto& row : lane.rows) all += this->row(row);
    if (lane.rows_left_out > 0) {
      const auto words = render_text::count_of(lane.rows_left_out, "more measure") + " not drawn";
      all += text(axis.left, lane.left_out_y, "tl-small tl-quiet", words);
    }
    return all;
  }

  [[nodiscard]] std::string row(const PictureRow& row) const {
    const auto& shown = report_.rows[row.row];
    const auto& axis = picture_.axis;
    auto all =
        "<g>" + svg::title(shown.title + " (" + shown.id + ")") + text(axis.left, row.label_y, "tl-name", row.label);
    const auto id_x = axis.left + width_of_text(row.label, measures::text_size) + 100;
    if (id_x + width_of_text(shown.id, measures::small_size) <= axis.right) {
      all += text(axis.right, row.label_y, "tl-small tl-quiet", shown.id, "end");
    }
    all += rect(axis.left, row.bar_y, axis.right - axis.left, measures::bar_height, "class=\"tl-track\"") + "</g>\n";
    for (const auto& bar : row.bars) all += bar_element(bar, class_of(shown), axis);
    if (shown.intervals.empty()) {
      all += text(axis.left + 80, row.bar_y + 115, "tl-small tl-quiet", "never in force");
    }
    return all;
  }

  [[nodiscard]] std::string event(const EventMark& mark) const {
    std::string words;
    for (std::size_t i = 0; i < mark.events.size() && i < 12; ++i) {
      const auto& event = report_.events[mark.events[i]].row;
      words += (words.empty() ? "" : "\n") + event.date + ": " + event.title + " (" + event.id + "), " +
               render_text::deeds_text(event);
    }
    if (mark.events.size() > 12) words += "\nand " + std::to_string(mark.events.size() - 12) + " more";
    auto all = "<g>" + svg::title(words);
    if (mark.inexact) {
      all += line(mark.day_x, mark.y + 40, mark.day_x + mark.day_width, mark.y + 40, "class=\"tl-span\"");
    }
    // Widths are estimates, and rather too wide: a label to the left of its mark ends there, wherever it begins.
    const bool left = mark.label_x < mark.x;
    all += mark_element(mark) + "<text x=\"" + pixels(left ? mark.label_x + mark.label_width : mark.label_x) +
           "\" y=\"" + pixels(mark.y) + (left ? "\" text-anchor=\"end\"" : "\"") + " class=\"tl-small\">";
    if (!mark.day.empty()) all += "<tspan class=\"tl-quiet\">" + html::escaped(mark.day) + "</tspan> ";
    return all + html::escaped(mark.label) + "</text></g>\n";
  }

  [[nodiscard]] std::string flag() const {
    if (!picture_.marked) return {};
    const auto words = to_string(*picture_.marked);
    const auto half = width_of_text(words, measures::small_size) / 2 + 60;
    const auto x = picture_.marked_label_x;
    return rect(x - half, 20, 2 * half, 210, "rx=\"3\" class=\"tl-flag\"") +
           text(x, 170, "tl-flag-text", words, "middle");
  }

  const TimelineReport& report_;
  const Picture& picture_;
  Place place_;
  std::string content_;
  Tenths y_ = 0;
};

}  // namespace

std::string svg_of(const TimelineReport& report, const Picture& picture, Place place) {
  return Drawing(report, picture, place).make();
}

std::vector<std::string> left_out_of(const Picture& picture) {
  std::size_t rows = 0;
  std::size_t together = 0;
  for (const auto& lane : picture.lanes) {
    rows += lane.rows_left_out;
    for (const auto& mark : lane.marks) together += mark.events.size() > 1 ? mark.events.size() : 0;
  }
  std::vector<std::string> sentences;
  if (rows > 0) {
    sentences.push_back("The picture leaves out " + render_text::count_of(rows, "measure") +
                        "; the formats csv and json have them all.");
  }
  if (together > 0) {
    sentences.push_back("In the picture " + render_text::count_of(together, "event") +
                        " stand together with others, for want of room.");
  }
  if (picture.events_outside > 0) {
    sentences.push_back("Not in the picture: " + render_text::count_of(picture.events_outside, "event") +
                        " on days outside it.");
  }
  return sentences;
}

std::string_view class_of(Verdict verdict) {
  constexpr std::array<std::string_view, 7> classes{"tl-clear", "tl-some", "tl-some",   "tl-licence",
                                                    "tl-no",    "tl-open", "tl-nothing"};
  return classes.at(static_cast<std::size_t>(verdict));
}

std::string_view class_of(const ReportRow& row) {
  if (row.authorization) return "tl-relief";
  constexpr std::array<std::string_view, 3> classes{"tl-binding", "tl-advisory", "tl-context"};
  return classes.at(static_cast<std::size_t>(row.force));
}

std::string to_svg(const TimelineReport& report) { return svg_of(report, picture_of(report), Place::file); }

}  // namespace inforce::render_timeline
