package org.anamnesis.converse;

/**
 * What a message came to.
 *
 * @param after the conversation with it
 * @param turn what to tell the user
 */
public record Step(Conversation after, Turn turn) {}
