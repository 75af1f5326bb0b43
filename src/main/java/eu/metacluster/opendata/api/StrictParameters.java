package eu.metacluster.opendata.api;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that the contract does not name, so that a mistyped one is noticed instead of
 * being passed over.
 */
@Configuration(proxyBeanMethods = false)
class StrictParameters implements WebMvcConfigurer, HandlerInterceptor {

  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> allowed = known.computeIfAbsent(method, StrictParameters::names);
      for (String name : request.getParameterMap().keySet()) {
        if (!allowed.contains(name)) {
          String shown = name.length() > 40 ? name.substring(0, 40) : name;
          throw new Refusal(
              Refusal.Kind.BAD_INPUT,
              "MC-1801",
              "opendata.refused.parameter",
              shown,
              String.join(", ", allowed));
        }
      }
    }
    return true;
  }

  private static Set<String> names(HandlerMethod method) {
    Set<String> names =
        Arrays.stream(method.getMethodParameters())
            .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
            .filter(
                parameter -> !MultiValueMap.class.isAssignableFrom(parameter.getParameterType()))
            .map(parameter -> parameter.getParameter().getName())
            .collect(Collectors.toCollection(TreeSet::new));
    Answers answers = method.getMethodAnnotation(Answers.class);
    if (answers != null && answers.narrowed()) {
      Arrays.stream(Facet.values()).map(Facet::word).forEach(names::add);
    }
    return names;
  }
}
