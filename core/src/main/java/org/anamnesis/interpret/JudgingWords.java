package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Words that say how well a value suits, and nothing of what it is: "0.25 seems safer". */
final class JudgingWords {
    private static final Set<String> WORDS =
            new HashSet<>(
                    Arrays.asList(
                            ("seems seem seemed feels feel felt look looked sound sounded appears appear"
                                            + " safer safe saner sane nearer near closer close mark truth reality"
                                            + " exaggerated overdone excessive extreme modest moderate moderately"
                                            + " sensible reasonable credible believable unrealistic implausible"
                                            + " likelier probable appropriate apt suitable suits suit suited fits fit"
                                            + " matches match wiser wise righter correct accurate precise faithful"
                                            + " typical usual normal nicer neater happier comfortable satisfied"
                                            + " optimistic pessimistic ambitious generous stingy conservative bold"
                                            + " cautious our ours us your my mine his her lab clinic ward practice"
                                            + " experience data site hospital department institution registry figures"
                                            + " numbers literature reports colleagues colleague boss professor"
                                            + " supervisor statistician reviewer says thinks believes suggests"
                                            + " suggested recommends told tells me i'm im think believe guess suppose"
                                            + " reckon figure know find found settle settling stick sticking going go"
                                            + " opt plump switch move moving shift shifting far way much little bit"
                                            + " slightly somewhat rather quite very really truly perhaps probably"
                                            + " surely certainly definitely simply merely for from to at by per about"
                                            + " than what how when one ones number value target figure setting"
                                            + " looking please thanks thank cheers oh ah eh ugh yikes phew right"
                                            + " alright fair point dear god goodness heavens gosh whoa hey stop"
                                            + " everything considered reflection thinking fact honest honestly frankly"
                                            + " r rho coefficient = compromise middle ground start begin will work works worked")
                                    .split(" ")));

    private JudgingWords() {}

    /** Whether a token asks for nothing beside a number that does. */
    static boolean empty(Sentence s, int i) {
        String w = s.word(i);
        return FillerWords.ALL.contains(w)
                || (WORDS.contains(w) && s.at(i).kind() == Token.Kind.WORD && !s.inConcept(i));
    }
}
