// A timeline report as a calendar to subscribe to (RFC 5545, RFC 7986). All of `calendar` is in it, whatever the
// period: what vanishes from a feed is deleted by those who read it.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "engine/render/icalendar.h"
#include "engine/render/timeline_formats.h"
#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using icalendar::escaped;
using icalendar::line;
using render_text::spoken;
using std::chrono::days;

struct Words {
  std::string_view what;
  std::string_view title;     ///< Before the title of the measure.
  std::string_view member;    ///< The same, of a member of a group.
  std::string_view sentence;  ///< After the title, before the day.
};

constexpr std::array<Words, 5> words{
    {{"effective", "comes into force", "joins the list", "comes into force"},
     {"compliance", "compliance required", "compliance required", "is to be complied with from"},
     {"end", "last day", "last day on the list", "has its last day"},
     {"suspension", "suspended", "suspended", "is suspended from"},
     {"resumption", "resumes", "resumes", "resumes"}}};

const Words& words_of(const CalendarEntry& entry) {
  return *std::find_if(words.begin(), words.end() - 1, [&](const Words& each) { return each.what == entry.what; });
}

bool is_exact(const CalendarEntry& entry) { return entry.first == entry.last; }

std::string between(const CalendarEntry& entry) {
  return "between " + to_string(entry.first) + " and " + to_string(entry.last);
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// Said in the summary too, since many calendars show neither status nor description.
std::string summary_of(const CalendarEntry& entry) {
  const auto& said = words_of(entry);
  std::string text(entry.kind == "membership" ? said.member : said.title);
  if (!entry.certain) text = "possibly " + text;
  if (!is_exact(entry)) text += ", " + between(entry);
  if (entry.evidence == "reported") text += ", as reported";
  if (entry.withdrawn) text = "withdrawn (" + text + ")";
  return capitalized(std::move(text)) + ": " + entry.title;
}

std::string day_sentence(const CalendarEntry& entry) {
  std::string text = entry.title + " (" + entry.measure + ") " + (entry.certain ? "" : "possibly ");
  text += std::string(words_of(entry).sentence) + " ";
  if (!is_exact(entry)) {
    return text + between(entry) + ", both included; the day is not known more exactly.";
  }
  if (entry.what == "effective" || entry.what == "resumption") text += "on ";
  text += to_string(entry.first);
  if (entry.moment) text += ", at " + to_string(*entry.moment) + " (" + entry.local + ")";
  if (entry.what != "end") return text + ".";
  return text + (entry.moment ? "." : ", that day included; it is over from " + to_string(entry.last + days{1}) + ".");
}

std::string kind_sentence(const CalendarEntry& entry) {
  auto text = capitalized(spoken(entry.kind));
  if (entry.kind != "authorization" && entry.kind != "membership") text += ", " + std::string(to_string(entry.force));
  for (const auto* part : {&entry.jurisdiction, &entry.authority}) {
    if (!part->empty()) text += ", " + *part;
  }
  return text + ".";
}

std::string known_sentence(const CalendarEntry& entry) {
  auto text = "Known since " + to_string(entry.announced);
  if (entry.withdrawn) {
    text += "; withdrawn, as is known since " + to_string(entry.revised);
  } else if (entry.revisions > 0) {
    text += "; changed " + render_text::count_of(entry.revisions, "time") + ", the last as is known since " +
            to_string(entry.revised);
  }
  return text + ".";
}

class Calendar {
 public:
  Calendar(const TimelineReport& report, const Style& style) : report_(report), style_(style) {
    for (const auto& citation : report.citations) citations_.emplace(citation.id, &citation);
  }

  std::string text() {
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", escaped("-//inforce//inforce " + report_.engine_version + "//EN"));
    put("CALSCALE", "GREGORIAN");
    put("METHOD", "PUBLISH");
    put_head();
    for (const auto& entry : report_.calendar) put_event(entry);
    put("END", "VCALENDAR");
    return std::move(text_);
  }

 private:
  void put(std::string_view name, std::string_view value) { text_ += line(name, value); }
  void put_text(std::string_view name, std::string_view value) { put(name, escaped(value)); }

  /// What RFC 7986 names, and by which names clients knew it before.
  void put_head() {
    const auto& request = report_.request;
    const auto& name = request.title.empty() ? report_.digest : request.title;
    put_text("NAME", name);
    put_text("X-WR-CALNAME", name);
    const auto about = description();
    put_text("DESCRIPTION", about);
    put_text("X-WR-CALDESC", about);
    put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    put("X-PUBLISHED-TTL", "P1D");
    std::optional<Date> last;
    for (const auto& entry : report_.calendar) last = std::max(last, std::optional(entry.revised));
    if (last) put("LAST-MODIFIED", icalendar::midnight(*last));
  }

  [[nodiscard]] std::string description() const {
    std::string text = report_.request.question;
    const auto say = [&](const std::string& sentence) { text += (text.empty() ? "" : "\n") + sentence; };
    for (const auto& sentence : render_text::case_sentences(report_)) say(sentence);
    if (report_.open_days > 0) {
      say("Open, and so without an entry: " + render_text::count_of(report_.open_days, "date") + ".");
    }
    for (const auto& sentence : render_text::closing_sentences(report_)) say(sentence);
    return text;
  }

  void put_event(const CalendarEntry& entry) {
    const auto summary = summary_of(entry);
    put("BEGIN", "VEVENT");
    put_text("UID", uid_of(entry));
    put("DTSTAMP", icalendar::midnight(entry.revised));
    put("DTSTART;VALUE=DATE", icalendar::date(entry.first));
    put("DTEND;VALUE=DATE", icalendar::date(entry.last + days{1}));
    put("SEQUENCE", std::to_string(entry.revisions));
    put("STATUS", status_of(entry));
    put("TRANSP", "TRANSPARENT");
    put_text("SUMMARY", summary);
    put_text("DESCRIPTION", description_of(entry));
    put("CATEGORIES", categories_of(entry));
    const auto url = url_of(entry);
    if (!url.empty()) put("URL", url);
    put("CREATED", icalendar::midnight(entry.announced));
    put("LAST-MODIFIED", icalendar::midnight(entry.revised));
    if (!entry.withdrawn) put_alarms(summary);
    put("END", "VEVENT");
  }

  void put_alarms(const std::string& summary) {
    for (const auto before : style_.alarms) {
      put("BEGIN", "VALARM");
      put("ACTION", "DISPLAY");
      put("TRIGGER", before == 0 ? "PT0S" : "-P" + std::to_string(before) + "D");
      put_text("DESCRIPTION", summary);
      put("END", "VALARM");
    }
  }

  /// Ids have no `_`: what stands between them cannot be part of one.
  static std::string uid_of(const CalendarEntry& entry) {
    auto uid = entry.measure + "_" + entry.what + "_" + entry.cause;
    if (entry.number > 1) uid += "_" + std::to_string(entry.number);
    return uid + "@inforce";
  }

  static std::string_view status_of(const CalendarEntry& entry) {
    if (entry.withdrawn) return "CANCELLED";
    return entry.certain && is_exact(entry) && entry.evidence == "official" ? "CONFIRMED" : "TENTATIVE";
  }

  static std::string categories_of(const CalendarEntry& entry) {
    if (entry.jurisdiction.empty()) return escaped(entry.kind);
    return escaped(entry.jurisdiction) + "," + escaped(entry.kind);
  }

  /// The address of the first source that has one. Others have a scheme that no calendar should open, or are none.
  [[nodiscard]] std::string url_of(const CalendarEntry& entry) const {
    for (const auto& id : entry.sources) {
      const auto found = citations_.find(id);
      if (found == citations_.end()) continue;
      const auto& url = found->second->url;
      const bool plain = std::all_of(url.begin(), url.end(), [](char letter) { return letter > ' ' && letter < 127; });
      if (plain && (url.starts_with("https://") || url.starts_with("http://"))) return url;
    }
    return {};
  }

  [[nodiscard]] std::string description_of(const CalendarEntry& entry) const {
    std::string text;
    const auto say = [&](const std::string& sentence) { text += (text.empty() ? "" : "\n") + sentence; };
    if (entry.withdrawn) say("Withdrawn: what follows is not to come.");
    say(day_sentence(entry));
    say(kind_sentence(entry));
    if (entry.verdict) {
      say("Verdict for the case on " + to_string(entry.first) + ": " + spoken(to_string(*entry.verdict)) +
          (entry.could_be ? ", and could be " + spoken(to_string(*entry.could_be)) : "") + ".");
    }
    if (entry.evidence == "reported") say("Rests on reports alone.");
    if (entry.evidence == "proposed") say("Rests on what is assumed.");
    for (const auto& event : entry.by) {
      say((entry.withdrawn ? "Withdrawn by " : "By ") + event.id + ": " + event.title);
    }
    for (const auto& id : entry.sources) {
      const auto found = citations_.find(id);
      if (found != citations_.end()) say("Source: " + render_text::text_of(*found->second, true));
    }
    say(known_sentence(entry));
    say("Rules " + report_.digest + ".");
    return text;
  }

  const TimelineReport& report_;
  const Style& style_;
  std::map<std::string, const Citation*> citations_;
  std::string text_;
};

}  // namespace

std::string to_ics(const TimelineReport& report, const Style& style) { return Calendar(report, style).text(); }

}  // namespace inforce::render_timeline
