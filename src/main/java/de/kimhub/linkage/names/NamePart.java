package de.kimhub.linkage.names;

import java.util.List;

/**
 * @param forms     its spellings in a-z, the most usual first
 * @param skeletons of the forms: consonant skeletons by which different romanisations of one name meet
 * @param way       how the first form was made, for the explanation; {@code null} when only case changed
 */
public record NamePart(String written, List<String> forms, List<String> skeletons, String way) {
}
