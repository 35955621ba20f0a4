package io.liquidationmap.engine;

import io.liquidationmap.market.Side;
import java.util.List;

/// Sets of stock shares that fit what is known about as well as the ones a map was drawn with. How far they differ is
/// how little is known. Immutable.
///
/// The same member number stands for the same deviation in every instrument, so that amounts of several instruments
/// are added within a member and the error they have in common does not cancel.
public final class Ensemble {

    private final List<Member> members;

    private Ensemble(List<Member> members) {
        this.members = List.copyOf(members);
    }

    /// An ensemble of these members.
    ///
    /// @param members at least two, of equal numbers of cohorts
    public static Ensemble of(List<Member> members) {
        int cohorts = members.isEmpty() ? 0 : members.getFirst().cohorts();
        if (members.size() < 2 || members.stream().anyMatch(member -> member.cohorts() != cohorts)) {
            throw new IllegalArgumentException("an ensemble needs two or more members with the same cohorts");
        }
        return new Ensemble(members);
    }

    /// In the order of their numbers.
    public List<Member> members() {
        return members;
    }

    /// How many members there are.
    public int size() {
        return members.size();
    }

    /// One possible truth.
    public static final class Member {

        private final double[] longShares;
        private final double[] shortShares;
        private final double forcedShare;

        /// @param longShares share of all open longs in each cohort; not negative, together at most 1; copied
        /// @param shortShares the same of all open shorts
        /// @param forcedShare part of a level that would be force-closed, positive
        public Member(double[] longShares, double[] shortShares, double forcedShare) {
            if (longShares.length != shortShares.length || !(forcedShare > 0)) {
                throw new IllegalArgumentException("a member needs as many long as short shares and a forced share");
            }
            this.longShares = longShares.clone();
            this.shortShares = shortShares.clone();
            this.forcedShare = forcedShare;
        }

        /// How many cohorts it has shares for.
        public int cohorts() {
            return longShares.length;
        }

        /// Share of all open positions of a side that belong to a cohort.
        ///
        /// @param cohort index into [ModelParameters#cohorts()]
        public double stockShare(Side side, int cohort) {
            return side == Side.LONG ? longShares[cohort] : shortShares[cohort];
        }

        /// Part of a level that would be force-closed when price travels there.
        public double forcedShare() {
            return forcedShare;
        }
    }
}
