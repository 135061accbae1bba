package de.kimhub.runtime.demo.process;

/** What the hub's books say of a recipient: every accepted event went one of these ways. */
public record RecipientFigures(long accepted, long delivered, long withheld, long inReview, long waiting, long own) {

    static final RecipientFigures NONE = new RecipientFigures(0, 0, 0, 0, 0, 0);

    RecipientFigures plus(RecipientFigures other) {
        return new RecipientFigures(accepted + other.accepted, delivered + other.delivered,
                withheld + other.withheld, inReview + other.inReview, waiting + other.waiting, own + other.own);
    }

    public boolean addsUp() {
        return accepted == delivered + withheld + inReview + waiting + own;
    }
}
