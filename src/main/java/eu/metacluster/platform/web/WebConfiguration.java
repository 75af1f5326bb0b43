package eu.metacluster.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Wires templates, languages and the libraries that every page loads. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  private static final String WEBJARS = "META-INF/resources/webjars/";

  @Bean
  TemplateEngine templateEngine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, WebConfiguration.class.getClassLoader(), PACKAGE);
    engine.setBinaryStaticContent(true);
    return engine;
  }

  private static final String PACKAGE = "eu.metacluster.templates";

  @Bean
  WebjarAsset tabler() {
    return new WebjarAsset("tabler.css", WEBJARS + "tabler__core/1.4.0/dist/css/tabler.min.css");
  }

  @Bean
  WebjarAsset htmx() {
    return new WebjarAsset("htmx.js", WEBJARS + "htmx.org/2.0.4/dist/htmx.min.js");
  }

  /** Most pages leave in one piece instead of one for every 8 KB. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> wholePages() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> connector.setProperty("socket.appWriteBufSize", "65536"));
  }

  /** The server's own page for what it cannot read gives way to ours. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bareErrors(Texts texts) {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new BareErrors(texts)));
  }

  /** Lets Spring's own messages and formats speak the page's language. */
  @Bean
  LocaleResolver localeResolver() {
    return new LocaleResolver() {
      @Override
      public Locale resolveLocale(HttpServletRequest request) {
        return Language.of(request).locale();
      }

      @Override
      public void setLocale(
          HttpServletRequest request,
          @Nullable HttpServletResponse response,
          @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is a preference of the person");
      }
    };
  }
}
