// A timeline report as a page: one file that asks nothing of the network and is whole without its script.
#include <utility>

#include "engine/render/html.h"
#include "engine/render/note_html.h"
#include "engine/render/page_files.h"
#include "engine/render/timeline_data.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_svg.h"
#include "engine/render/timeline_tables.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using html::escaped;

/// A section with its heading, and its place in the list of contents; nothing where it is empty.
class Sections {
 public:
  void add(const std::string& id, const std::string& title, const std::string& content) {
    if (content.empty()) return;
    all_ += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + title + "</h2>\n" + content +
            "</section>\n";
    contents_ += "<li><a href=\"#" + id + "\">" + title + "</a></li>\n";
  }

  [[nodiscard]] const std::string& all() const { return all_; }
  [[nodiscard]] std::string contents() const {
    return "<nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n" + contents_ + "</ul>\n</nav>\n";
  }

 private:
  std::string all_;
  std::string contents_;
};

std::string items(const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences) text += "<li>" + escaped(sentence) + "</li>\n";
  return text;
}

/// The title, the question, the verdict of the marked day in one sentence, and what all of it is about.
std::string heading(const TimelineReport& report) {
  const auto& request = report.request;
  auto sentences = render_text::about_sentences(report);
  auto text = "<p class=\"kind\">Timeline</p>\n<h1>" + escaped(request.title) + "</h1>\n";
  if (!request.question.empty()) text += "<p class=\"question\">" + escaped(request.question) + "</p>\n";
  if (report.asked) {
    text += "<p class=\"verdict\">" + escaped(sentences.back()) + "</p>\n";
    sentences.pop_back();
  }
  return text + "<ul class=\"about\">\n" + items(sentences) + "</ul>\n";
}

std::string figure(const TimelineReport& report, const PageData& data) {
  const auto picture = picture_of(report);
  auto text =
      "<figure>\n<div class=\"picture\" role=\"region\" tabindex=\"0\" aria-label=\"Picture of the timeline\">\n" +
      svg_of(report, picture, Place::page) + "</div>\n<figcaption>\n";
  text +=
      "<p class=\"narrow\">The picture scrolls sideways.</p>\n"
      "<p>The tables below say the same in words. Days are whole: a bar ends with its last day.</p>\n";
  for (const auto& sentence : left_out_of(picture)) text += "<p>" + escaped(sentence) + "</p>\n";
  if (data.json.empty() && !report.rows.empty()) {
    text +=
        "<p>There is too much in this report to search it by a day on this page; the formats csv and json have it "
        "all.</p>\n";
  }
  if (data.past_left_out) {
    text +=
        "<p>Left out for its size: what was known when. The option <code>--known</code> makes this page as of a day, "
        "and the format json has it all.</p>\n";
  }
  return text + "</figcaption>\n</figure>\n";
}

/// The foot of every printed page names the rules; a digest has letters, digits and a colon alone.
std::string print_foot(const TimelineReport& report) {
  std::string digest;
  for (const char c : render_text::short_digest(report.digest)) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == ':';
    if (plain) digest += c;
  }
  return "@page { @bottom-left { content: \"Rules " + digest + "\"; font: 8pt sans-serif; color: #3c4248; } }\n";
}

std::string policy(const std::string& style, bool scripted) {
  auto text = "default-src 'none'; style-src '" + html::policy_hash(style) + "'; ";
  if (scripted) text += "script-src '" + html::policy_hash(page_script()) + "'; ";
  return text + "base-uri 'none'; form-action 'none'";
}

std::string head(const TimelineReport& report, const std::string& style, bool scripted) {
  const auto& request = report.request;
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         policy(style, scripted) +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"inforce " +
         escaped(report.engine_version) + "\">\n<meta name=\"description\" content=\"" + escaped(request.question) +
         "\">\n<title>" + escaped(request.title) + "</title>\n<style>" + style + "</style>\n</head>\n";
}

Sections sections_of(const TimelineReport& report) {
  Tables tables(report, {});
  Sections sections;
  if (!report.verdicts.empty()) sections.add("verdicts", "Verdict for the case", tables.verdicts());
  std::string lanes;
  for (const auto& lane : report.lanes) {
    if (!lane.rows.empty() || !lane.events.empty()) lanes += tables.lane(lane);
  }
  sections.add("measures", "Measures and events", lanes);
  sections.add("changes", "Changes", tables.changes());
  if (!report.request.notes.empty()) {
    sections.add("notes", "Notes", "<div class=\"note\">\n" + html::note(report.request.notes) + "</div>\n");
  }
  if (!report.citations.empty()) sections.add("sources", "Sources", tables.sources());
  sections.add("limits", "What this rests on",
               "<ul class=\"limits\">\n" + items(render_text::limit_sentences(report)) + "</ul>\n");
  return sections;
}

}  // namespace

std::string to_html(const TimelineReport& report) {
  const auto style = std::string(page_style()) + std::string(picture_style()) + print_foot(report);
  const auto data = data_of(report);
  const auto sections = sections_of(report);
  auto text = head(report, style, !data.json.empty());
  text += "<body>\n<a class=\"skip\" href=\"#main\">Skip to the picture and its tables</a>\n<header class=\"page\">\n" +
          heading(report) + sections.contents() + "</header>\n<main id=\"main\" class=\"page\" tabindex=\"-1\">\n";
  text += figure(report, data);
  if (!data.json.empty()) text += "<section class=\"ask\" id=\"ask\" aria-labelledby=\"ask-title\" hidden></section>\n";
  text += sections.all() + "</main>\n<footer class=\"page\">\n<p>Rules " + html::code(report.digest) + ", inforce " +
          escaped(report.engine_version) + ", tzdata " + escaped(report.tzdata_version) + ".</p>\n</footer>\n";
  if (!data.json.empty()) {
    text += "<script type=\"application/json\" id=\"data\">" + html::json_in_script(data.json) + "</script>\n<script>" +
            std::string(page_script()) + "</script>\n";
  }
  return text + "</body>\n</html>\n";
}

}  // namespace inforce::render_timeline
