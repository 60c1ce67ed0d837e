/**
 * The program for assistants, over the Model Context Protocol: tools to hold a conversation, to
 * make its files and to learn tables; resources to read what came of it.
 *
 * <p>Thin, as every door: a call is checked, handed to {@code converse}, and what comes back is
 * told as JSON. What a client may reach of the disk is decided in one place, {@link
 * org.anamnesis.mcp.Confined}; the wire itself, in {@link org.anamnesis.mcp.Wire}.
 */
package org.anamnesis.mcp;
