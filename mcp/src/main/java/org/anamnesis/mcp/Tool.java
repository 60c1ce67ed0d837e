package org.anamnesis.mcp;

import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Progress;

/**
 * Something that a client can call.
 *
 * @param name by which it is called
 * @param title for people
 * @param description for whoever decides what to call
 * @param parameters what it takes
 * @param output schema of what it tells
 * @param effect on the disk and on conversations
 * @param work what it does
 */
record Tool(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Map<String, Object> output,
        Effect effect,
        Work work) {
    /** The argument that lets a tool replace what it made before. */
    static final String REPLACE = "replace";

    /** What a call changes. */
    enum Effect {
        /** Nothing. */
        NONE,
        /** A conversation, where every change can be undone. */
        TALK,
        /** Files are made; this takes a while, tells how far it is and can be cancelled. */
        FILES
    }

    /** What a call does. */
    @FunctionalInterface
    interface Work {
        /**
         * Looks at what is asked. Calls of one client are begun one after the other, in the order
         * in which they came.
         *
         * @throws org.anamnesis.problem.RequestException with every problem
         */
        Task begin(Arguments given);
    }

    /** What is left to do when a call has begun. */
    @FunctionalInterface
    interface Task {
        /**
         * @throws org.anamnesis.problem.RequestException with every problem
         */
        Done finish(Progress progress);
    }

    /**
     * What a call came to.
     *
     * @param told for the client
     * @param failed whether the client has to do something else
     * @param links resources that came of it, by their addresses
     * @param pictures to look at
     */
    record Done(
            Map<String, Object> told, boolean failed, List<Link> links, List<Picture> pictures) {
        /** Without pictures. */
        Done(Map<String, Object> told, boolean failed, List<Link> links) {
            this(told, failed, links, List.of());
        }

        static Done of(Map<String, Object> told) {
            return new Done(told, false, List.of());
        }

        /** Nothing is left to do. */
        Task now() {
            return progress -> this;
        }

        Done {
            links = List.copyOf(links);
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * A picture.
     *
     * @param uri its address, for one that is sent as text
     * @param type its media type
     */
    @SuppressWarnings("ArrayRecordComponent") // a file in memory, never compared
    record Picture(String uri, String type, byte[] bytes) {}

    /**
     * A resource.
     *
     * @param uri its address
     * @param name for people
     * @param type its media type
     */
    record Link(String uri, String name, String type) {}

    /** Whether it may put something in place of what is there, if it is told so. */
    boolean replaces() {
        return parameters.stream().anyMatch(p -> p.name().equals(REPLACE));
    }

    Tool {
        parameters = List.copyOf(parameters);
    }
}
