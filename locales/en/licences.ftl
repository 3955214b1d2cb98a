licences-builds = only builds it
licences-foot = Built in: { $count }. Only needed to build it: { $others }. Word for word: onward licences --texts. For programs: onward licences --sbom
licences-licence = Licence
licences-part = Part
licences-version = Version
