package de.kimhub.linkage.review;

import de.kimhub.linkage.explanation.PairExplanation;

/**
 * A pair as a reviewer sees it. What others said of it is not among it.
 *
 * @param left          id of the source of one file
 * @param bothConsented whether "same" would join two people who both consented: then two reviewers have to say so
 * @param differing     whether reviewers differ for too long: all may look once more
 */
public record ReviewCase(long id, String left, String right, PairExplanation explanation, boolean bothConsented,
                         boolean differing) {
}
