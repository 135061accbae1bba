package de.kimhub.delivery;

import de.kimhub.message.WakeUp;

/** Finds everything that is to be sent and nobody was woken for. */
final class LaneSweep {

    private final Acknowledgements acknowledgements;
    private final LaneStore lanes;
    private final WakeUp wakeUp;

    LaneSweep(Acknowledgements acknowledgements, LaneStore lanes, WakeUp wakeUp) {
        this.acknowledgements = acknowledgements;
        this.lanes = lanes;
        this.wakeUp = wakeUp;
    }

    void wake() {
        acknowledgements.prepare();
        lanes.due().forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
    }
}
