package de.kimhub.delivery;

import de.kimhub.keys.KeyVault;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids under which recipients get their items, e.g. {@code K1F-3-0QZ81MVT4C}. Derived from event and recipient, so
 * that they are the same in every attempt; a keyed check tells them from anything that a tool makes up itself.
 */
public final class DeliveryIds {

    private static final String DOMAIN = "delivery-id";
    private static final Pattern FORM = Pattern.compile("K([0-9A-V]{1,13})-([0-9A-V]{1,4})-([0-9A-V]{10})");
    private static final int RADIX = 32;
    private static final long CHECK_BITS = (1L << 50) - 1;

    private final KeyVault keys;

    public DeliveryIds(KeyVault keys) {
        this.keys = keys;
    }

    /** @param recipientNo the recipient's number in the hub */
    public String of(long eventId, int recipientNo) {
        return "K" + text(eventId) + "-" + text(recipientNo) + "-" + check(eventId, recipientNo);
    }

    /** Empty for everything that the hub did not give. Small letters and spaces around do not matter. */
    public Optional<DeliveryId> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            long eventId = Long.parseLong(matcher.group(1), RADIX);
            int recipientNo = Integer.parseInt(matcher.group(2), RADIX);
            return check(eventId, recipientNo).equals(matcher.group(3))
                    ? Optional.of(new DeliveryId(eventId, recipientNo)) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private String check(long eventId, int recipientNo) {
        byte[] digest = keys.digest(DOMAIN, Long.toString(eventId), Integer.toString(recipientNo));
        String check = text(ByteBuffer.wrap(digest).getLong() & CHECK_BITS);
        return "0".repeat(10 - check.length()) + check;
    }

    private static String text(long number) {
        return Long.toString(number, RADIX).toUpperCase(Locale.ROOT);
    }

    /** What was delivered, and to whom. */
    public record DeliveryId(long eventId, int recipientNo) {
    }
}
