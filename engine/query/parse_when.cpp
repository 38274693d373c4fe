#include "engine/syntax/date_grammar.h"
#include "inforce/query.h"

namespace inforce {

Checked<When> parse_when(std::string_view text, Sources& sources) {
  const FileId file = sources.add("question", std::string{text});
  const std::string_view kept = sources.text(file);
  std::vector<Diagnostic> found;
  const auto read = syntax::parse_day_or_moment(kept, Span{file, 0, static_cast<std::uint32_t>(kept.size())}, found);
  if (!read) return found;
  if (const auto* day = std::get_if<Date>(&*read)) return When::on_day(*day);
  return When::at(std::get<Moment>(*read));
}

}  // namespace inforce
