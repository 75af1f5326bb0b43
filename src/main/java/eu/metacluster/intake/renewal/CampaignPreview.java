package eu.metacluster.intake.renewal;

/**
 * What a campaign would do.
 *
 * @param asked records whose owners would get a letter
 * @param letters how many letters that would be; a member may have several administrators
 * @param nobody records that nobody is known for
 * @param subject of the letter
 * @param text of the letter
 */
public record CampaignPreview(int asked, int letters, int nobody, String subject, String text) {}
