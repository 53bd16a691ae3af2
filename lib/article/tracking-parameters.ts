/**
 * Query parameters that say where a reader came from and never which article it is. Each row: who sets them, and the
 * published description it was taken from. A name that ends in * stands for every name with that beginning.
 */
export const TRACKING_PARAMETERS: readonly { names: readonly string[]; source: string }[] = [
  { names: ['utm_*'], source: 'Google Analytics, campaign URL parameters' },
  {
    names: ['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid'],
    source: 'Google Ads, auto-tagging',
  },
  { names: ['_ga', '_gl'], source: 'Google Analytics, cross-domain linking' },
  { names: ['fbclid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref'], source: 'Meta, click identifier' },
  { names: ['igsh', 'igshid'], source: 'Instagram, share links' },
  { names: ['msclkid'], source: 'Microsoft Advertising, auto-tagging' },
  { names: ['twclid', 'ref_src', 'ref_url'], source: 'X, click identifier and embed referrer' },
  { names: ['ttclid'], source: 'TikTok Ads, click identifier' },
  { names: ['li_fat_id'], source: 'LinkedIn, first-party ad tracking' },
  { names: ['yclid', 'ysclid', '_openstat'], source: 'Yandex Direct and Metrica' },
  { names: ['mc_cid', 'mc_eid'], source: 'Mailchimp, campaign tracking' },
  { names: ['_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'], source: 'HubSpot, link tracking' },
  { names: ['vero_id', 'vero_conv'], source: 'Vero, mail tracking' },
  { names: ['mkt_tok'], source: 'Marketo, mail tracking' },
  { names: ['oly_enc_id', 'oly_anon_id'], source: 'Omeda, mail tracking' },
  {
    names: ['at_medium', 'at_campaign', 'at_custom*', 'at_link_*', 'at_format', 'at_bbc_team', 'at_ptr_name', 'xtor'],
    source: 'AT Internet (Piano), campaign tags',
  },
  { names: ['wt_mc', 'wt.mc_id', 'wt_zmc'], source: 'Webtrekk (Mapp), media codes' },
  { names: ['pk_campaign', 'pk_kwd', 'pk_source', 'mtm_*', 'piwik_*'], source: 'Matomo, campaign tracking' },
  {
    names: ['s_cid', 'icid', 'ito', 'cmpid', 'ns_*', 'ocid', 'ftag', 'smid', 'smtyp', 'src_trk'],
    source: 'campaign codes of news sites (Adobe Analytics, comScore and their own)',
  },
];
