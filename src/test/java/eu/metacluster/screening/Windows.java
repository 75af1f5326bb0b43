package eu.metacluster.screening;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.platform.Identity;
import eu.metacluster.support.Browser;
import java.util.ArrayList;
import java.util.List;

/** Windows of the committee's people on the product under test. */
public final class Windows implements AutoCloseable {

  private final Browser browser;
  private final List<BrowserContext> open = new ArrayList<>();

  public Windows(int port) {
    browser = new Browser(port);
  }

  public Page open(Identity who, boolean script, int width, ColorScheme scheme) {
    Page page = browser.window(script, width, scheme);
    open.add(page.context());
    page.navigate(
        "/test/sign-in?account=%s&name=%s&role=%s"
            .formatted(who.account(), who.name(), who.role()));
    return page;
  }

  public Page open(Identity who) {
    return open(who, true, 1280, ColorScheme.LIGHT);
  }

  @Override
  public void close() {
    open.forEach(BrowserContext::close);
  }
}
