package eu.metacluster.screening.queue;

import org.jspecify.annotations.Nullable;

/**
 * The committee's progress.
 *
 * @param open open cases
 * @param relevant of these, those that the model finds core or borderline
 * @param waiting of these, those that the asking person has not voted on
 * @param second open cases with one standing vote or more of others, waiting for this person
 * @param overdue relevant open cases past their day
 * @param late of what people handed in, open cases past their promised day
 * @param handed open cases of what people handed in
 * @param revalidate open cases on public records that are due
 * @param returned cases that were sent back with a question and wait for the answer
 * @param week decisions of the last seven days
 * @param authorised decisions that hold and say authorise
 * @param declined decisions that hold and say decline
 * @param precision share of the model's proposals that the committee authorised, null before the
 *     first decision on one
 * @param medianDays from opening to decision, null before the first
 */
public record Progress(
    long open,
    long relevant,
    long waiting,
    long second,
    long overdue,
    long late,
    long handed,
    long revalidate,
    long returned,
    long week,
    long authorised,
    long declined,
    @Nullable Double precision,
    @Nullable Double medianDays) {}
