package de.kimhub.scaffold;

import de.kimhub.message.EventType;
import java.util.Map;

/**
 * A rule that says which event a record seems to mean.
 *
 * @param column that is looked at, or {@code null} when every record is such an event
 * @param equals value that it has, or {@code null} when it only has to be filled
 * @param days   columns of days by the canonical field that they fill for this event alone
 * @param why    what speaks for it, in German
 */
record EventRule(EventType type, String column, String equals, Map<String, Guess> days, boolean sure, String why) {
}
