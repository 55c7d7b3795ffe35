<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ErrorSentences</name>
    <message numerus="yes">
        <source>%2 line(s) of %1, from line %3 on, were too long and were cut. Check whether the file is damaged.</source>
        <translation>
            <numerusform>%2 line of %1, line %3, was too long and was cut. Check whether the file is damaged.</numerusform>
            <numerusform>%2 lines of %1, from line %3 on, were too long and were cut. Check whether the file is damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 line(s) of %1 stand in other files as well; they were counted once. Nothing needs to be done.</source>
        <translation>
            <numerusform>%2 line of %1 stands in another file as well; it was counted once. Nothing needs to be done.</numerusform>
            <numerusform>%2 lines of %1 stand in other files as well; they were counted once. Nothing needs to be done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkdownReport</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCommand</name>
    <message numerus="yes">
        <source>%1 more problem(s): the report lists them.</source>
        <translation>
            <numerusform>%1 more problem: the report lists it.</numerusform>
            <numerusform>%1 more problems: the report lists them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuspectText</name>
    <message numerus="yes">
        <source>%1: %Ln recipient(s)</source>
        <comment>who sent to how many</comment>
        <translation>
            <numerusform>%1: %Ln recipient</numerusform>
            <numerusform>%1: %Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %Ln message(s)</source>
        <comment>behind the recipients</comment>
        <translation>
            <numerusform> in %Ln message</numerusform>
            <numerusform> in %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> from %Ln network(s)</source>
        <comment>behind the messages</comment>
        <translation>
            <numerusform> from %Ln network</numerusform>
            <numerusform> from %Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, with %Ln failed login(s)</source>
        <comment>behind the networks</comment>
        <translation>
            <numerusform>, with %Ln failed login</numerusform>
            <numerusform>, with %Ln failed logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln recipient(s) still queued</source>
        <comment>behind the rest</comment>
        <translation>
            <numerusform>, %Ln recipient still queued</numerusform>
            <numerusform>, %Ln recipients still queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln failed login(s)</source>
        <comment>who tried how often</comment>
        <translation>
            <numerusform>%1: %Ln failed login</numerusform>
            <numerusform>%1: %Ln failed logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> from %Ln network(s)</source>
        <comment>behind the failed logins</comment>
        <translation>
            <numerusform> from %Ln network</numerusform>
            <numerusform> from %Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> for %Ln user(s)</source>
        <comment>behind the networks</comment>
        <translation>
            <numerusform> for %Ln user</numerusform>
            <numerusform> for %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln message(s) of a storm or to a destination that blocks</source>
        <comment>an address or a domain</comment>
        <translation>
            <numerusform>%1: %Ln message of a storm or to a destination that blocks</numerusform>
            <numerusform>%1: %Ln messages of a storm or to a destination that blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: other servers refused %Ln message(s) because of it</source>
        <comment>a list</comment>
        <translation>
            <numerusform>%1: other servers refused %Ln message because of it</numerusform>
            <numerusform>%1: other servers refused %Ln messages because of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::ExportBar</name>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln row exported to %1.</numerusform>
            <numerusform>%Ln rows exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::IntervalText</name>
    <message numerus="yes">
        <source>Every %n Second(s)</source>
        <translation>
            <numerusform>Every %n Second</numerusform>
            <numerusform>Every %n Seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::KnownList</name>
    <message numerus="yes">
        <source>Known (%Ln)</source>
        <translation>
            <numerusform>Known (%Ln)</numerusform>
            <numerusform>Known (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::LogPage</name>
    <message numerus="yes">
        <source>%1 line(s) selected</source>
        <translation>
            <numerusform>%1 line selected</numerusform>
            <numerusform>%1 lines selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s) copied</source>
        <translation>
            <numerusform>%1 line copied</numerusform>
            <numerusform>%1 lines copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::MailPage</name>
    <message numerus="yes">
        <source>Only its first %1 lines are shown here; the log has %Ln more.</source>
        <translation>
            <numerusform>Only its first %1 lines are shown here; the log has %Ln more.</numerusform>
            <numerusform>Only its first %1 lines are shown here; the log has %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::MatrixView</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln network(s)</source>
        <translation>
            <numerusform>%1: %Ln network</numerusform>
            <numerusform>%1: %Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln user(s)</source>
        <translation>
            <numerusform>%1: %Ln user</numerusform>
            <numerusform>%1: %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent from %Ln network(s)</source>
        <translation>
            <numerusform>sent from %Ln network</numerusform>
            <numerusform>sent from %Ln networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) sent from here</source>
        <translation>
            <numerusform>%Ln user sent from here</numerusform>
            <numerusform>%Ln users sent from here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::ProblemStrip</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problem(s): not everything could be read.</source>
        <translation>
            <numerusform>%1 problem: not everything could be read.</numerusform>
            <numerusform>%1 problems: not everything could be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 remark(s) on the logs; nothing is missing.</source>
        <translation>
            <numerusform>%1 remark on the logs; nothing is missing.</numerusform>
            <numerusform>%1 remarks on the logs; nothing is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::ProgressText</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::Recents</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SearchBar</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s) are too long or too hard for this expression.</source>
        <translation>
            <numerusform>%1 line is too long or too hard for this expression.</numerusform>
            <numerusform>%1 lines are too long or too hard for this expression.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::ServerRow</name>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 more</numerusform>
            <numerusform>%1 more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::Servers</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SessionText</name>
    <message numerus="yes">
        <source>Connecting for %n second(s) …</source>
        <translation>
            <numerusform>Connecting for %n second …</numerusform>
            <numerusform>Connecting for %n seconds …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connection lost %n second(s) ago; trying again by itself …</source>
        <translation>
            <numerusform>Connection lost %n second ago; trying again by itself …</numerusform>
            <numerusform>Connection lost %n seconds ago; trying again by itself …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SignalRow</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SourceBar</name>
    <message numerus="yes">
        <source>%1 line(s)</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::StatusCard</name>
    <message numerus="yes">
        <source>%Ln recipient(s)</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SuspectDetail</name>
    <message numerus="yes">
        <source>%Ln reached</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln reached</numerusform>
            <numerusform>%Ln reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bounced</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln bounced</numerusform>
            <numerusform>%Ln bounced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deferred</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln deferred</numerusform>
            <numerusform>%Ln deferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln expired</numerusform>
            <numerusform>%Ln expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still queued</source>
        <comment>recipients</comment>
        <translation>
            <numerusform>%Ln still queued</numerusform>
            <numerusform>%Ln still queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::SuspectsPane</name>
    <message numerus="yes">
        <source>Suspects (%Ln)</source>
        <translation>
            <numerusform>Suspects (%Ln)</numerusform>
            <numerusform>Suspects (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <comment>suspects</comment>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed login(s)</source>
        <comment>checked</comment>
        <translation>
            <numerusform>%Ln failed login</numerusform>
            <numerusform>%Ln failed logins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::TableTexts</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sender(s)</source>
        <translation>
            <numerusform>%Ln sender</numerusform>
            <numerusform>%Ln senders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln login(s)</source>
        <translation>
            <numerusform>%Ln login</numerusform>
            <numerusform>%Ln logins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejection(s)</source>
        <translation>
            <numerusform>%Ln rejection</numerusform>
            <numerusform>%Ln rejections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::TermButtons</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limier::TransfersPage</name>
    <message numerus="yes">
        <source>%Ln row(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln row exported to %1.</numerusform>
            <numerusform>%Ln rows exported to %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
