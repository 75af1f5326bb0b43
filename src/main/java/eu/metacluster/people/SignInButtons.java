package eu.metacluster.people;

import java.util.Map;

/** Further ways to sign in that the sign-in page offers. */
public interface SignInButtons {

  /** The words of the buttons, by the path that they lead to. */
  Map<String, String> buttons();
}
