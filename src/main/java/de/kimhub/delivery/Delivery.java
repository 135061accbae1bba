package de.kimhub.delivery;

/** Works on the lanes of the recipients. */
public interface Delivery {

    /** Acknowledgements travel in a lane of their own. */
    int ACKNOWLEDGEMENTS = -1;

    /** So do lists of the files of whom something is wanted. */
    int ENROLMENT_LISTS = -2;

    /**
     * Seals and sends what waits in the lane, in order, until it is empty, fails, or the slice of time is over.
     * Returns at once when another worker has the lane.
     *
     * @return whether something is left that could be sent right away
     */
    boolean drain(int recipientNo, int lane);

    /** Wakes every lane that has something to send and whose next attempt is due. For the sweep and the start. */
    void wakeDueLanes();
}
