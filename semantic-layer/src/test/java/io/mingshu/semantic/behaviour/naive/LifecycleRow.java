package io.mingshu.semantic.behaviour.naive;

import java.time.LocalDateTime;
import java.util.NavigableSet;

/** The users of one state in one interval. */
public record LifecycleRow(
    LocalDateTime interval, LifecycleState state, NavigableSet<String> users) {}
