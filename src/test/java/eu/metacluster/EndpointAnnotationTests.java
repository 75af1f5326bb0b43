package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.support.ProductTest;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint says whom it answers: people of a role, or everybody and why. */
@ProductTest
class EndpointAnnotationTests {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void everyEndpointSaysWhomItAnswers() {
    List<String> wrong = new ArrayList<>();
    for (HandlerMethod endpoint : mappings.getHandlerMethods().values()) {
      String fault = fault(endpoint);
      if (fault != null) {
        wrong.add(endpoint.getShortLogMessage() + " " + fault);
      }
    }
    assertThat(mappings.getHandlerMethods()).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  private static @org.jspecify.annotations.Nullable String fault(HandlerMethod endpoint) {
    AnnotatedElement method = endpoint.getMethod();
    AnnotatedElement type = endpoint.getBeanType();
    boolean guarded = has(method, PreAuthorize.class) || has(type, PreAuthorize.class);
    boolean open = has(method, PublicEndpoint.class) || has(type, PublicEndpoint.class);
    if (guarded == open) {
      return guarded ? "is both guarded and public" : "says nothing";
    }
    return open && reason(method, type).length() < 15 ? "gives no reason for being public" : null;
  }

  private static String reason(AnnotatedElement method, AnnotatedElement type) {
    PublicEndpoint own = AnnotatedElementUtils.findMergedAnnotation(method, PublicEndpoint.class);
    PublicEndpoint all = AnnotatedElementUtils.findMergedAnnotation(type, PublicEndpoint.class);
    return own != null ? own.value() : all != null ? all.value() : "";
  }

  private static boolean has(AnnotatedElement element, Class<? extends Annotation> annotation) {
    return AnnotatedElementUtils.hasAnnotation(element, annotation);
  }
}
