package eu.metacluster.people.notices;

import org.springframework.context.ApplicationContext;

/** Lets the benchmark have digests made as the product's worker does. */
public final class NoticeBench {

  private NoticeBench() {}

  /** Makes all mails that are due; answers how many. */
  public static int work(ApplicationContext product) {
    return product.getBean(NoticeMails.class).work();
  }
}
