// Sources that cannot be found, and sources that are one.
#include <algorithm>
#include <map>

#include "engine/lint/event_concerns.h"

namespace inforce::lint {
namespace {

using model::Source;

bool is_located(const Source& source) { return !source.cite.empty() || !source.url.empty(); }

/// What is wrong with an address; empty where nothing is.
std::string fault_of(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return "does not begin with `https://` or `http://`";
  if (url.find_first_of(" \t\r\n") != std::string_view::npos) return "has a blank in it";
  const std::string_view host = url.substr(scheme, url.find_first_of("/?#", scheme) - scheme);
  return host.find('.') == std::string_view::npos ? "names no host" : "";
}

/// The address without what leads to the same page: the scheme, `www.`, a fragment, a last slash.
std::string_view page_of(std::string_view url) {
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (url.starts_with(prefix)) url.remove_prefix(prefix.size());
  }
  url = url.substr(0, url.find('#'));
  while (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return url;
}

void report_twice(const Source& first, const Source& second, std::string_view what, Span at, Span other,
                  std::vector<Diagnostic>& found) {
  Diagnostic one = diagnostics::make(codes::source_twice,
                                     ticked(second.id) + " has the " + std::string(what) + " of " + ticked(first.id),
                                     at, "keep one of the two and cite it wherever the other is cited");
  one.related.push_back({other, {}});
  found.push_back(std::move(one));
}

}  // namespace

void doubt_lost_sources(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  const auto& sources = chronicle.rules.sources;
  // Where no source is located, the rule set does not set out to: a sketch, or a test.
  if (std::none_of(sources.begin(), sources.end(), is_located)) return;
  for (const Source& source : sources) {
    if (is_located(source) || !source.note.empty()) continue;
    found.push_back(diagnostics::make(codes::source_unlocated, ticked(source.id) + " has neither `cite` nor `url`",
                                      source.span, "give one of them, or say in a `note` how it was read"));
  }
}

void doubt_addresses(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  for (const Source& source : chronicle.rules.sources) {
    const std::string fault = source.url.empty() ? std::string() : fault_of(source.url);
    if (fault.empty()) continue;
    found.push_back(diagnostics::make(codes::bad_url, "the address of " + ticked(source.id) + " " + fault,
                                      source.url_at,
                                      "give the whole address of the page; what is no address goes into `cite`"));
  }
}

void doubt_double_sources(const Chronicle& chronicle, std::vector<Diagnostic>& found) {
  std::map<std::string_view, const Source*> by_page;
  std::map<std::string_view, const Source*> by_cite;
  for (const Source& source : chronicle.rules.sources) {
    if (!source.url.empty()) {
      const auto [first, fresh] = by_page.try_emplace(page_of(source.url), &source);
      const Source& other = *first->second;
      // Two citations may lead into one page.
      if (!fresh && (source.cite.empty() || other.cite.empty() || source.cite == other.cite)) {
        report_twice(other, source, "address", source.url_at, other.url_at, found);
        continue;
      }
    }
    if (source.cite.empty()) continue;
    const auto [first, fresh] = by_cite.try_emplace(source.cite, &source);
    const Source& other = *first->second;
    // Two addresses are two copies, or two translations; and two documents may begin on one page.
    if (!fresh && source.title == other.title && (source.url.empty() || other.url.empty())) {
      report_twice(other, source, "citation", source.cite_at, other.cite_at, found);
    }
  }
}

}  // namespace inforce::lint
