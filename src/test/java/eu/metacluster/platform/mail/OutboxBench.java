package eu.metacluster.platform.mail;

import org.springframework.context.ApplicationContext;

/** Lets the benchmark have mails sent as the product's worker does. */
public final class OutboxBench {

  private OutboxBench() {}

  /** Sends all that is due. */
  public static void work(ApplicationContext product) {
    product.getBean(Outbox.class).work();
  }
}
