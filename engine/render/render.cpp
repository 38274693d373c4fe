#include "inforce/render.h"

#include "engine/render/answer_json.h"
#include "engine/render/answer_text.h"

namespace inforce {

std::string render(const Answer& answer, const Style& style) {
  return style.format == Format::json ? render_json::to_json(answer) : render_text::to_text(answer, style);
}

}  // namespace inforce
