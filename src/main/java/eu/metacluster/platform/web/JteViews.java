package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds the template {@code src/main/jte/<module>/<page>.jte} of a view name {@code module/page},
 * and answers {@code redirect:/path} with 303 so that a reload repeats no form.
 */
@Component
class JteViews implements ViewResolver, Ordered {

  private static final String REDIRECT = "redirect:";

  private final Renderer renderer;
  private final ErrorPages errors;

  JteViews(Renderer renderer, ErrorPages errors) {
    this.renderer = renderer;
    this.errors = errors;
  }

  @Override
  public View resolveViewName(String name, Locale locale) {
    if (name.startsWith(REDIRECT)) {
      RedirectView redirect = new RedirectView(name.substring(REDIRECT.length()), true);
      redirect.setStatusCode(HttpStatus.SEE_OTHER);
      redirect.setExposeModelAttributes(false);
      return redirect;
    }
    if (!renderer.knows(name)) {
      throw new IllegalStateException("There is no template src/main/jte/" + name + ".jte");
    }
    return new Template(name);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private final class Template implements View {

    private final String name;

    Template(String name) {
      this.name = name;
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      try {
        renderer.render(name, model, request, response);
      } catch (RuntimeException e) {
        errors.fault(request, response, e);
      }
    }
  }
}
