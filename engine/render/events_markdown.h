// Events as a chronicle in Markdown.
#pragma once

#include <string>

#include "inforce/answer.h"

namespace inforce::render_markdown {

/// A page: what was asked, the events by year and month, what each changed, whose word it rests on, the measures and
/// the sources that they name, and what the rules cover.
[[nodiscard]] std::string chronicle(const EventsAnswer& content, const Answer& answer);

}  // namespace inforce::render_markdown
