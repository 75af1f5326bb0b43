package eu.metacluster.opendata.dumps;

import org.springframework.boot.test.context.TestComponent;

/** Makes a dump on behalf of tests of other packages. */
@TestComponent
public class DumpForTests {

  private final DumpMaker maker;

  DumpForTests(DumpMaker maker) {
    this.maker = maker;
  }

  /** Makes a version and returns its name. */
  public String make() {
    return maker.make(null).version();
  }
}
