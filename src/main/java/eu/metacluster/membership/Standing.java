package eu.metacluster.membership;

/** As what an organisation belongs to the partnership. */
public enum Standing {
  FOUNDING,
  MEMBER,
  ASSOCIATE,
  OBSERVER
}
